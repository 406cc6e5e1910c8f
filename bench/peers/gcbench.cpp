// examples/gcbench.ts with explicit memory management: malloc for each node, free for each tree.
//
//   g++ -O3 gcbench.cpp -o gcbench && ./gcbench 16
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

struct Node {
  Node *left, *right;
  int64_t i, j;
};

static Node *make(Node *left, Node *right) {
  Node *node = static_cast<Node *>(malloc(sizeof(Node)));
  *node = {left, right, 0, 0};
  return node;
}

static void release(Node *node) {
  if (!node) return;
  release(node->left);
  release(node->right);
  free(node);
}

static int64_t treeSize(int depth) { return (INT64_C(1) << (depth + 1)) - 1; }

static void populate(int depth, Node *node) {
  if (depth <= 0) return;
  node->left = make(nullptr, nullptr);
  node->right = make(nullptr, nullptr);
  populate(depth - 1, node->left);
  populate(depth - 1, node->right);
}

static Node *makeTree(int depth) {
  if (depth <= 0) return make(nullptr, nullptr);
  Node *left = makeTree(depth - 1);
  return make(left, makeTree(depth - 1));
}

static int64_t countNodes(const Node *node) {
  return node ? 1 + countNodes(node->left) + countNodes(node->right) : 0;
}

int main(int argc, char **argv) {
  const int depth = argc > 1 ? atoi(argv[1]) : 8;
  const int stretch = depth + 2;
  release(makeTree(stretch));
  Node *longLived = make(nullptr, nullptr);
  populate(depth, longLived);
  const int64_t size = 8 * (INT64_C(1) << depth);
  double *array = static_cast<double *>(malloc(size * sizeof(double)));
  for (int64_t i = 0; i < size; i++) array[i] = 1.0 / static_cast<double>(i + 1);
  int64_t nodes = 0;
  for (int d = 4; d <= depth; d += 2) {
    const int64_t count = 2 * treeSize(stretch) / treeSize(d);
    for (int64_t i = 0; i < count; i++) {
      Node *tree = make(nullptr, nullptr);
      populate(d, tree);
      release(tree);
    }
    for (int64_t i = 0; i < count; i++) {
      Node *tree = makeTree(d);
      nodes += tree->left ? 1 : 0;
      release(tree);
    }
  }
  printf("%lld nodes, %lld trees, %g\n", static_cast<long long>(countNodes(longLived)),
         static_cast<long long>(nodes), array[1000]);
  return 0;
}

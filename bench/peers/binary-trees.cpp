// examples/binary-trees.ts with explicit memory management: malloc for each node, free for each tree.
//
//   g++ -O3 binary-trees.cpp -o binary-trees && ./binary-trees 18
#include <algorithm>
#include <cstdio>
#include <cstdlib>

struct Node {
  Node *left, *right;
};

static Node *bottomUp(int depth) {
  Node *node = static_cast<Node *>(malloc(sizeof(Node)));
  node->left = depth > 0 ? bottomUp(depth - 1) : nullptr;
  node->right = depth > 0 ? bottomUp(depth - 1) : nullptr;
  return node;
}

static int check(const Node *node) { return node->left ? 1 + check(node->left) + check(node->right) : 1; }

static void release(Node *node) {
  if (!node) return;
  release(node->left);
  release(node->right);
  free(node);
}

int main(int argc, char **argv) {
  const int most = std::max(6, argc > 1 ? atoi(argv[1]) : 10);
  Node *stretch = bottomUp(most + 1);
  printf("stretch tree of depth %d\t check: %d\n", most + 1, check(stretch));
  release(stretch);
  Node *longLived = bottomUp(most);
  for (int depth = 4; depth <= most; depth += 2) {
    const int iterations = 1 << (most - depth + 4);
    int sum = 0;
    for (int i = 0; i < iterations; i++) {
      Node *tree = bottomUp(depth);
      sum += check(tree);
      release(tree);
    }
    printf("%d\t trees of depth %d\t check: %d\n", iterations, depth, sum);
  }
  printf("long lived tree of depth %d\t check: %d\n", most, check(longLived));
  return 0;
}

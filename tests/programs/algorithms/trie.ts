class TrieNode {
  readonly letters: string[] = [];
  readonly children: TrieNode[] = [];
  isWord = false;

  child(letter: string): TrieNode | null {
    const at = this.indexOf(letter);
    return at < 0 ? null : this.children[at]!;
  }

  grow(letter: string): TrieNode {
    const known = this.child(letter);
    if (known !== null) return known;
    const node = new TrieNode();
    this.letters.push(letter);
    this.children.push(node);
    return node;
  }

  private indexOf(letter: string): number {
    for (let i = 0; i < this.letters.length; i++) if (this.letters[i] === letter) return i;
    return -1;
  }
}
const root = new TrieNode();
for (const word of ["tea", "ten", "to", "inn", "i"]) {
  let node = root;
  for (const letter of word) node = node.grow(letter);
  node.isWord = true;
}
function has(word: string): boolean {
  let node: TrieNode | null = root;
  for (const letter of word) {
    node = node.child(letter);
    if (node === null) return false;
  }
  return node.isWord;
}
console.log(has("tea"), has("te"), has("i"), has("in"), has("tent"), has(""));

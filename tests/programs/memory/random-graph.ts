// Objects point to one another at random; every round drops some and checks what is left.
class Vertex {
  readonly edges: Vertex[] = [];
  constructor(readonly id: number) {}
}
let seed = 7;
function random(bound: number): number {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  return (seed >> 4) % bound;
}
const vertices: Vertex[] = [];
for (let i = 0; i < 100; i++) vertices.push(new Vertex(i));
let checksum = 0;
for (let round = 0; round < 3000; round++) {
  const at = random(100);
  const vertex = new Vertex(round);
  for (let k = random(4); k > 0; k--) vertex.edges.push(vertices[random(100)]!);
  vertices[at] = vertex;
  for (const edge of vertices[random(100)]!.edges) checksum = (checksum * 7 + edge.id) % 1000003;
}
console.log(checksum);

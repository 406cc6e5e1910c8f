class Edge {
  constructor(
    readonly to: number,
    readonly cost: number,
  ) {}
}
class Graph {
  private readonly edges: Edge[][] = [];

  constructor(private readonly size: number) {
    for (let i = 0; i < size; i++) this.edges.push([]);
  }

  connect(a: number, b: number, cost: number): void {
    this.edges[a]!.push(new Edge(b, cost));
    this.edges[b]!.push(new Edge(a, cost));
  }

  distances(from: number): number[] {
    const distance: number[] = [];
    const done: boolean[] = [];
    for (let i = 0; i < this.size; i++) {
      distance.push(Infinity);
      done.push(false);
    }
    distance[from] = 0;
    for (;;) {
      let nearest = -1;
      for (let i = 0; i < this.size; i++) {
        if (!done[i] && (nearest < 0 || distance[i]! < distance[nearest]!)) nearest = i;
      }
      if (nearest < 0 || distance[nearest] === Infinity) return distance;
      done[nearest] = true;
      for (const edge of this.edges[nearest]!) {
        distance[edge.to] = Math.min(distance[edge.to]!, distance[nearest]! + edge.cost);
      }
    }
  }
}
const graph = new Graph(6);
graph.connect(0, 1, 7);
graph.connect(0, 2, 9);
graph.connect(1, 2, 10);
graph.connect(1, 3, 15);
graph.connect(2, 3, 11);
graph.connect(3, 4, 6.5);
console.log(graph.distances(0).join(" "));

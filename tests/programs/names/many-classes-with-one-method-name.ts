class A { run(n: number): number { return n + 1; } }
class B { run(s: string): string { return s + "!"; } }
class C { run(): boolean { return true; } }
class D { run = 4; }
console.log(new A().run(1), new B().run("b"), new C().run(), new D().run);

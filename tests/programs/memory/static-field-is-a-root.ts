class Pool {
  static free: Pool | null = null;
  static made = 0;
  next: Pool | null = null;

  static take(): Pool {
    const pool = Pool.free;
    if (pool === null) {
      Pool.made++;
      return new Pool();
    }
    Pool.free = pool.next;
    return pool;
  }

  give(): void {
    this.next = Pool.free;
    Pool.free = this;
  }
}
for (let i = 0; i < 3000; i++) {
  const a = Pool.take();
  const b = Pool.take();
  a.give();
  if (i % 2 === 0) b.give();
  new Pool();
}
console.log(Pool.made);

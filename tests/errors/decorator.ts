function logged(target: unknown, _context: unknown): void {
  console.log(target);
}
@logged // error: decorators are not supported
class A {}
console.log(new A());

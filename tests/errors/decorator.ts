function logged(target: unknown, _context: unknown): void {
  console.log(target);
}
@logged // error: decorators are not supported
class A {}
function before(target: object, name: string, property: PropertyDescriptor): PropertyDescriptor {
  console.log(target, name);
  return property;
}
class B {
  @before // error: decorators are not supported
  m(): void {}
}
console.log(new A(), new B());

function f(): void {}
f = () => {}; // error: Cannot assign to 'f' because it is a function.
f();

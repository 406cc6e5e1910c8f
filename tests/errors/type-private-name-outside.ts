class A {
  #secret = 1;
}
console.log(new A().#secret); // error: Property '#secret' is not accessible outside class 'A' because it has a private identifier.

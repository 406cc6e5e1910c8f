enum Color {
  Red,
}
console.log(Color.Blue); // error: Property 'Blue' does not exist on type 'typeof Color'.

class Secret {
  private value = 1;
}
console.log(new Secret().value); // error: Property 'value' is private

class Named {
  name: string;

  constructor(first: string, last: string) {
    this.name = `${first} ${last}`;
  }
}
class Person extends Named {}
class Author extends Person {
  books = 0;
}
const author = new Author("Ada", "Lovelace");
console.log(author.name, author.books);

class User {
  constructor(
    readonly id: number,
    readonly name: string,
  ) {}
}
const users = [new User(1, "Ada"), new User(2, "Bob")];
function find(id: number): User | null {
  for (const user of users) if (user.id === id) return user;
  return null;
}
console.log(find(2)?.name, find(9)?.name, find(9) === null, find(1)!.name);

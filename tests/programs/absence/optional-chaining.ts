interface Address {
  city: string;
}
interface Person {
  name: string;
  address?: Address | null;
}
const people: (Person | undefined)[] = [
  { name: "a", address: { city: "Paris" } },
  { name: "b" },
  { name: "c", address: null },
  undefined,
];
for (const person of people) console.log(person?.name, person?.address?.city, person?.address?.city.length);

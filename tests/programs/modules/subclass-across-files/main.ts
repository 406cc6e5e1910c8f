import { Animal } from "./animal.ts";
import { Dog } from "./dog.ts";

const animals: Animal[] = [new Animal("a"), new Dog()];
for (const animal of animals) console.log(animal.describe(), animal instanceof Dog);

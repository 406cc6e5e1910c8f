const slots: (number | undefined)[] = [];
for (let i = 0; i < 6; i++) slots.push(i % 2 === 0 ? i : undefined);
slots[1] = 0.5;
let sum = 0;
for (const slot of slots) if (slot !== undefined) sum += slot;
console.log(sum, slots);

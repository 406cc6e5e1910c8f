const area: any = new Object();
area.width = 300;
area.height = area.width / 2;
const other: { [name: string]: number } = new Object() as { [name: string]: number };
for (const name of ["b", "a"]) other[name] = name.charCodeAt(0);
console.log(area, other, Object.keys(other), new Object(), area === new Object());

const key = process.argv[2] ?? "a";
const o = {
  get [key](): number { // error: property name is only known at run time
    return 1;
  },
};
console.log(o);

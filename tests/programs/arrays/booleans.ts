const flags = [true, false];
flags.push(!flags[0]);
flags[0] = flags[1]!;
console.log(flags);

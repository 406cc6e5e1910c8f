const p: Missing = 1; // error: Cannot find name 'Missing'
console.log(p);

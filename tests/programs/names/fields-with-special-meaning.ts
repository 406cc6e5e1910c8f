class Record {
  length = 3;
  name = "n";
  type = "t";
  header = 1.5;
  next = null;
  message = "m";
  call = true;
}
const r = new Record();
const o = { length: 0.5, name: 7, toJSON: "j" };
console.log(r.length, r.name, r.type, r.header, r.next, r.message, r.call, o.length, o.name, o.toJSON);

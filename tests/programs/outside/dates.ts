/* Date: parts, setters, texts, parsing; in the time zone of the machine. */
const d = new Date(2024, 0, 31, 12, 34, 56, 789);
console.log(d.toISOString(), d.getTime(), d.getDay(), JSON.stringify({ d, list: [d] }));
console.log(d, [d], { d });
console.log(`${d}`, String(d), d + "!", +d, d.valueOf());
console.log(d.toUTCString(), "|", d.toDateString(), "|", d.toTimeString(), "|", d.toLocaleDateString(), "|", d.toLocaleTimeString(), "|", d.toLocaleString());
d.setMonth(1); console.log(d.toISOString());
d.setDate(0); console.log(d.toISOString()); d.setHours(25, 61, 61, 1001); console.log(d.toISOString());
d.setFullYear(2000, 1, 29); console.log(d.toISOString()); d.setUTCFullYear(1969, 11, 31); console.log(d.toISOString(), d.getTime());
for (const s of ["2024-02-30", "2024-01-02", "2024-01-02T03:04", "2024-01-02T03:04:05", "2024-01-02T03:04:05.6Z", "2024-01-02T03:04:05.678901Z", "2024-01-02T03:04:05+02:30", "2024", "2024-05", "+012345-01-02T00:00:00Z", "-000001-01-01T00:00:00Z", "2024-13-01", "2024-01-02T24:00:00Z", "2024-01-02T25:00:00Z", "hello", "", "Tue, 02 Jan 2024 03:04:05 GMT", "Tue Jan 02 2024 03:04:05 GMT+0000 (Coordinated Universal Time)", "Jan 2, 2024", "January 2, 2024 10:00", "2 January 2024", "1/2/2024", "2024/01/02", "2024-01-02 03:04:05", "Jan 2 2024 10:00 PM"]) {
  const t = new Date(s);
  console.log(s, "=>", Number.isNaN(t.getTime()) ? "Invalid" : t.toISOString());
}
console.log(new Date(NaN), String(new Date(NaN)), JSON.stringify(new Date(NaN)), new Date("x").getFullYear());
try { new Date(NaN).toISOString(); } catch (e) { console.log((e as Error).name, (e as Error).message); }
console.log(Date.UTC(2024, 1, 29), Date.UTC(99, 0), new Date(0).toISOString(), new Date(-1).toISOString(), new Date(8.64e15).toISOString(), new Date(8.64e15 + 1).getTime(), new Date(-62198755200000).toISOString());
const a = new Date(2020, 5, 15), b = new Date(2021, 5, 15);
console.log(a < b, a.getTime() === new Date(a).getTime(), (b as any) - (a as any), a instanceof Date, typeof a);
console.log(Date.now() > 1.6e12, new Date().getTime() - Date.now() < 1000, typeof Date.now());
let sum = 0; for (let i = 0; i < 100000; i++) { const x = new Date(i * 86400000 * 3.7 - 5e12); sum += x.getUTCDate() + x.getUTCMonth() * 31 + x.getUTCFullYear() + x.getUTCDay() + x.getUTCHours() + x.getUTCMilliseconds(); if (Date.UTC(x.getUTCFullYear(), x.getUTCMonth(), x.getUTCDate(), x.getUTCHours(), x.getUTCMinutes(), x.getUTCSeconds(), x.getUTCMilliseconds()) !== x.getTime()) console.log("bad", i); }
console.log(sum);
console.log(a.getTimezoneOffset(), a.getFullYear(), a.getMonth(), a.getDate(), a.getHours());
console.log([3, 1, 2].map((n) => new Date(2020, n)).sort((p, q) => p.getTime() - q.getTime()).map((x) => x.getMonth()));
console.log("%s %j", a, a);

const t = 1 < 2;
const f = 1 > 2;
console.log(t && f, t || f, !t, !f, !!t, t === f, t !== f);

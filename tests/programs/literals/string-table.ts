const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
function date(day: number): string {
  let month = 0;
  while (day > days[month]!) day -= days[month++]!;
  return `${months[month]} ${day}`;
}
console.log(date(1), date(59), date(60), date(256), date(365));

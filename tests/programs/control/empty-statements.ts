;;
for (let i = 0; i < 3; i++);
if (1 > 2) {
} else;
{
}
console.log("end");

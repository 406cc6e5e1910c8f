let message = "first";
const show = (): void => console.log(message);
show();
message = "second";
show();

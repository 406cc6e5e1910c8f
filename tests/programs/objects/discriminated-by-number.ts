type Message = { code: 0; text: string } | { code: 1; value: number };
function show(message: Message): string {
  return message.code === 0 ? `text ${message.text}` : `value ${message.value}`;
}
console.log(show({ code: 0, text: "hi" }), show({ code: 1, value: 42 }));

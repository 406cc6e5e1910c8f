class Button {
  handler: (() => string) | null = null;

  click(): string {
    return this.handler === null ? "nothing" : this.handler();
  }
}
const button = new Button();
console.log(button.click());
let clicks = 0;
button.handler = () => `click ${++clicks}`;
button.click();
console.log(button.click());

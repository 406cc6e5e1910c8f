class Button {
  private clicks = 0;

  readonly onClick = (): number => {
    this.clicks++;
    return this.clicks;
  };
}
const button = new Button();
const handler = button.onClick;
handler();
console.log(handler(), new Button().onClick());

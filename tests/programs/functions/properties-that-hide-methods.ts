// A property of an instance hides a method once it is assigned: handlers bound in the constructor.
class Button {
  clicks = 0;
  label: string;
  onHover?: () => string;
  constructor(label: string, silent = false) {
    this.label = label;
    this.click = this.click.bind(this);
    if (silent) this.describe = () => "silent";
  }
  click(by = 1) {
    this.clicks += by;
    return `${this.label} ${this.clicks}`;
  }
  describe() {
    return `Button ${this.label}`;
  }
}
const a = new Button("a");
const b = new Button("b", true);
const { click } = a;
console.log(click(), click(4), b.click(), [1, 2].map(b.click));
console.log(a.describe(), b.describe(), [a, b].map((x) => x.describe()));
console.log(Object.keys(a), Object.keys(b));
console.log(a.clicks, b.clicks);
class Sub extends Button {
  override describe() {
    return `Sub of ${super.describe()}`;
  }
}
const s = new Sub("s");
console.log(s.describe(), s.click.call(a, 10));
const patched = new Button("p");
patched.describe = function (this: Button) {
  return `patched ${this.label}`;
};
console.log(patched.describe(), a.describe());
console.log(a, b);

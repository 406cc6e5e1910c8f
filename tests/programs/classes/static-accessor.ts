class Settings {
  private static stored = 5;

  static get level(): number {
    return Settings.stored;
  }

  static set level(value: number) {
    Settings.stored = value > 10 ? 10 : value;
  }
}
Settings.level = 50;
console.log(Settings.level);
Settings.level -= 3;
console.log(Settings.level);

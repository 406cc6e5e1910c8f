interface Options {
  name: string;
  size?: number;
  label?: string;
}
function describe(options: Options): string {
  return `${options.name} ${options.size ?? "-"} ${options.label?.length ?? "none"}`;
}
console.log(describe({ name: "a" }), describe({ name: "b", size: 0 }), describe({ name: "c", label: "" }));

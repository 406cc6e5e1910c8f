/** The colours of charts, light and dark: a viewer's `prefers-color-scheme` chooses. */

export type Colour = "blue" | "orange" | "green" | "red" | "purple" | "grey";

type Theme = Readonly<Record<Colour | "paper" | "text" | "faint" | "grid" | "band" | "edge", string>>;

const light: Theme = {
  paper: "#ffffff",
  text: "#1f2328",
  faint: "#59606a",
  grid: "#e3e6ea",
  band: "#f1f3f5",
  edge: "#a9b0b8",
  blue: "#2b6cb8",
  orange: "#c76a00",
  green: "#1c8757",
  red: "#c4364a",
  purple: "#7a4db3",
  grey: "#9aa1aa",
};

const dark: Theme = {
  paper: "#17191c",
  text: "#e8eaed",
  faint: "#a4abb5",
  grid: "#2e3238",
  band: "#1f2327",
  edge: "#6b727c",
  blue: "#6ca9f0",
  orange: "#f0a040",
  green: "#4dc38c",
  red: "#f27d8b",
  purple: "#b493ea",
  grey: "#7b828c",
};

function variables(theme: Theme): string {
  return Object.entries(theme)
    .map(([name, value]) => `--${name}: ${value};`)
    .join(" ");
}

/**
 * The style sheet of a chart. Viewers that know no variables or no media queries get the light theme by attributes of the
 * root.
 */
export const styleSheet = `svg { ${variables(light)} }
@media (prefers-color-scheme: dark) { svg { ${variables(dark)} } }
text { font: 11px system-ui, "DejaVu Sans", sans-serif; fill: var(--faint); }
.title { font-size: 14px; font-weight: 600; fill: var(--text); }
.panel, .name { fill: var(--text); }
.panel { font-weight: 600; }
.right { text-anchor: end; }
.middle { text-anchor: middle; }`;

/** What is drawn in a colour of the theme: the attribute as it is without a style sheet, and by the variable. */
export function paint(attribute: "fill" | "stroke", colour: keyof Theme): string {
  return `${attribute}="${light[colour]}" style="${attribute}: var(--${colour})"`;
}

import { ConfigError, load } from "./config.ts";

for (const text of ["depth=3", "depth", "depth=x"]) {
  try {
    console.log(load(text));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.log(`${error.key}: ${error.message}`);
  }
}

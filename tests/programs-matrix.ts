/** Every program of the corpus under every collector and level (`npm run test:matrix`). */
import { testMatrix } from "./support/corpus.ts";

testMatrix();

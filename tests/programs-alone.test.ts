/** Programs of the corpus that need a run of their own print natively what they print on Node. */
import { testAlone } from "./support/corpus.ts";

testAlone();

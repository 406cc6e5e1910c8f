/** Every fourth batch of the corpus prints natively what it prints on Node. */
import { testBatches } from "./support/corpus.ts";

testBatches(0, 4);

import { incminimark } from "../../src/collectors/incminimark/incminimark.ts";
import * as runtime from "../../src/collectors/incminimark/runtime.ts";
import { generationalSuite } from "./generational.ts";
import { collectorSuite } from "./suite.ts";

collectorSuite(incminimark, runtime);
generationalSuite("incminimark", runtime);

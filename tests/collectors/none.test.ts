import { none } from "../../src/collectors/none/none.ts";
import * as runtime from "../../src/collectors/none/runtime.ts";
import { collectorSuite } from "./suite.ts";

collectorSuite(none, runtime);

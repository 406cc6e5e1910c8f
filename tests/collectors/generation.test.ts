import { generation } from "../../src/collectors/generation/generation.ts";
import * as runtime from "../../src/collectors/generation/runtime.ts";
import { generationalSuite } from "./generational.ts";
import { collectorSuite } from "./suite.ts";

collectorSuite(generation, runtime);
generationalSuite("generation", runtime);

#!/usr/bin/env node
import { setFlagsFromString } from "node:v8";

// V8 would optimize most of the translator's functions just before they are needed no more: half of the processors' time.
setFlagsFromString("--interrupt-budget=1000000");
await import("../dist/src/driver/main.js");

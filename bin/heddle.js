#!/usr/bin/env node
await import("../dist/src/driver/main.js");

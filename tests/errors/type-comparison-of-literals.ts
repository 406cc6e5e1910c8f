const mode: "a" | "b" = "a" as "a" | "b";
if (mode === "c") console.log("never"); // error: This comparison appears to be unintentional because the types '"a" | "b"' and '"c"' have no overlap.

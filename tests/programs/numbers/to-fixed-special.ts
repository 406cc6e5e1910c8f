console.log((NaN).toFixed(2), (Infinity).toFixed(2), (-Infinity).toFixed(0), (1e21).toFixed(2), (-0.0000001).toFixed(2));

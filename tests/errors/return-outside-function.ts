console.log("a");
return; // error: A 'return' statement can only be used within a function body

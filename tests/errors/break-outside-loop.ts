console.log("a");
break; // error: A 'break' statement can only be used within an enclosing iteration or switch statement

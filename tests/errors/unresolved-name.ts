console.log(undefinedName); // error: Cannot find name 'undefinedName'

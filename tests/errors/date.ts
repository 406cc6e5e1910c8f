console.log(new Date().getTime()); // error: Date is not supported

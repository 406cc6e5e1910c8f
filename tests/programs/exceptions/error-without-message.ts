const error = new Error();
console.log(error.message === "", error.name, error.message.length);

console.log(document.title); // error: Cannot find name 'document'

export default 1; // error: A module cannot have multiple default exports.
export default 2; // error: A module cannot have multiple default exports.

/** Messages of `src/statement`. */
export const statement = {
  "sharing-key-unknown-commune":
    "The sharing key of school “{school}” names the commune “{commune}”, which is not a member of the CAGB on {date}. The school is not billed: correct the commune in the options.",
  "sharing-key-unknown-school":
    "A sharing key is about school “{school}” of “{commune}”, which the inventory does not hold. The key has no effect: check the name of the school and its commune in the options.",
  "sharing-key-no-weight":
    "The sharing key of school “{school}” ({commune}) has only zero weights, or a negative one: nothing can be split. The school is not billed: give at least one weight above zero in the options.",
  "sharing-key-twice":
    "School “{school}” ({commune}) has several sharing keys. It is not billed: keep only one of them in the options.",
} as const;

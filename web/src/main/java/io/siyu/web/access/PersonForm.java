package io.siyu.web.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Set;

/** What an administrator fills in for somebody new. */
record PersonForm(
        @NotBlank @Size(max = 80) String name,

        @Size(min = 10, max = 70) @MostBytes(Account.MOST_PASSWORD_BYTES)
        String password,

        @NotEmpty Set<Role> roles) {

    PersonForm {
        name = name == null ? "" : name.strip();
        password = password == null ? "" : password;
        roles = roles == null ? Set.of() : Set.copyOf(roles);
    }
}

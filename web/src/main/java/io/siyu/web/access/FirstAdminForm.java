package io.siyu.web.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What the first administrator fills in. */
record FirstAdminForm(
        @NotBlank String key,
        @NotBlank @Size(max = 80) String name,

        @Size(min = 10, max = 70) @MostBytes(Account.MOST_PASSWORD_BYTES)
        String password) {

    FirstAdminForm {
        key = key == null ? "" : key;
        name = name == null ? "" : name.strip();
        password = password == null ? "" : password;
    }
}

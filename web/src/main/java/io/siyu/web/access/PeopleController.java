package io.siyu.web.access;

import jakarta.validation.Valid;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who works here, and a door for one more. */
@Controller
class PeopleController {

    private final People people;

    PeopleController(People people) {
        this.people = people;
    }

    @GetMapping("/people")
    @AllowedTo(Role.ADMIN)
    String show(@ModelAttribute("form") PersonForm form, Model model) {
        return page(model);
    }

    @PostMapping("/people")
    @AllowedTo(Role.ADMIN)
    String add(
            @Valid @ModelAttribute("form") PersonForm form,
            BindingResult faults,
            Model model,
            RedirectAttributes after) {
        if (!faults.hasErrors() && !people.add(form.name(), form.password(), form.roles())) {
            faults.rejectValue("name", "people.taken");
        }
        if (faults.hasErrors()) {
            return page(model);
        }
        after.addFlashAttribute("added", form.name());
        return "redirect:/people";
    }

    private String page(Model model) {
        model.addAttribute("people", people.all()).addAttribute("roles", Role.values());
        return "access/people";
    }
}
